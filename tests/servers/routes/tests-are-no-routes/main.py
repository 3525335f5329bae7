from fastapi import APIRouter, FastAPI

app = FastAPI()
