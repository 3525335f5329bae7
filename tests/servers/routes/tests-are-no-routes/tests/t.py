from fastapi import APIRouter, FastAPI

app = FastAPI()
@app.get("/t")
def h(): ...
