from fastapi import APIRouter, FastAPI

import a
app = FastAPI()
a.register(app)
