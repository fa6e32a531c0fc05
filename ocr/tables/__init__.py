"""Tables of old encodings and of the sentences that reading has to say."""
