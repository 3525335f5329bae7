# Flask: a factory imports the blueprints that it registers inside of itself.
from flask import Flask


def create_app():
    app = Flask(__name__)
    from . import other
    from .errors import register
    from .items import bp

    app.register_blueprint(bp, url_prefix="/api/items")
    app.register_blueprint(other.bp)
    register(app)
    return app


app = create_app()
