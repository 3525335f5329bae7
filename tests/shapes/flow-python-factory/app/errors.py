from flask import jsonify


class Missing(Exception):
    pass


def register(app):
    @app.errorhandler(Missing)
    def missing(error):
        return jsonify(error="none"), 404  # ok: a text of its own
