from core.dependencies import LibraryDep
from fastapi import APIRouter

router = APIRouter(prefix="/library")


@router.get("/search")
async def search_library(q: str, db: LibraryDep) -> list[dict]:  # GET /api/v1/library/search: pg-cached refuted, not-string-resolve proven; reaches library-search
    return await db.search(q)  # sink: library-search
