"""The demo: a place that does not exist, told by its people through the same actions as anyone's."""
