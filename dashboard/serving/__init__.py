"""How the program is served: by gunicorn with threads, by waitress on Windows, by Flask's own on one's own machine."""
