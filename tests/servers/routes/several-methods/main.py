from fastapi import APIRouter, FastAPI

app = FastAPI()
@app.api_route("/a", methods=["GET", "POST"])  # route: GET /a, POST /a
def h(): ...
app.add_api_route("/b", h)  # route: GET /b
app.add_api_route("/c", endpoint=h, methods=["PUT"])  # route: PUT /c
