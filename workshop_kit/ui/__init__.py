"""The windows: the only room with PySide6. Models stand apart from views, and every slow thing is a job."""
