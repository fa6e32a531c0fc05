"""A reader of single printed words, apart from any language: a second pair of eyes for words in doubt."""
