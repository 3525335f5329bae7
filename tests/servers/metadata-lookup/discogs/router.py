from core.dependencies import ServiceDep
from fastapi import APIRouter, HTTPException

from discogs.models import Artist, Release

router = APIRouter(prefix="/discogs", tags=["discogs"])


@router.get("/release/{release_id}", response_model=Release)
async def get_release(release_id: int, service: ServiceDep) -> Release:  # GET /api/v1/discogs/release/{}: pg-cached proven, not-string-resolve proven; reaches cache-by-key, cache-write, discogs-by-id
    found = await service.get_release(release_id)
    if found is None:
        raise HTTPException(status_code=404)
    return found


@router.get("/artist/{artist_id}")
async def get_artist(artist_id: int, service: ServiceDep) -> Artist:  # GET /api/v1/discogs/artist/{}: pg-cached partly, not-string-resolve proven; reaches cache-by-key, discogs-by-id
    return await service.get_artist(artist_id)


@router.get("/track-releases")
async def track_releases(track: str, service: ServiceDep) -> list[Release]:  # GET /api/v1/discogs/track-releases: pg-cached partly, not-string-resolve refuted; reaches cache-by-key, cache-fuzzy, cache-write, discogs-by-id, discogs-string-search
    return await service.releases_with(track)
