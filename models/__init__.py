"""What is learned: definition, training, evaluation, weights with a card each."""
