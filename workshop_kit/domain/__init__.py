"""What a workshop is: values without files, layout or screens."""
