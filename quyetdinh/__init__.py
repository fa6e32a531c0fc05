"""The product as people meet it: the command, its settings, and the one place that opens the parts."""
