"""How far each witness of a written figure is believed, learned on papers whose truth is known."""
