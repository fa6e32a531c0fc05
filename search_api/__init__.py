"""Facts → index → answer: the store keeps, the index finds, the chain traces, http and web show."""
