"""The pages: server-rendered, each with its JSON twin; scripts only add comfort."""
