from fastapi import APIRouter, FastAPI

sub = FastAPI()
@sub.get("/x")  # route: GET /sub/x
def h(): ...
app = FastAPI()
app.mount("/sub", sub)
