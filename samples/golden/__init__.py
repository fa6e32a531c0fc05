"""The golden set: a draft for every act and every relation, in the phrasings of many offices, with its truth."""
