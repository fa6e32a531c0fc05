"""What is learned: definition, training, evaluation, weights with a card each. Empty until a model earns its place."""
