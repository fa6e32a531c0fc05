"""What leads to what: citations find their instruments, relations make a chain, the chain says what is in force."""
