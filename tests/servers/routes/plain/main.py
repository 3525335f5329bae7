from fastapi import APIRouter, FastAPI

app = FastAPI()
@app.get("/a/{x}/b/")  # route: GET /a/{}/b
def h(): ...
