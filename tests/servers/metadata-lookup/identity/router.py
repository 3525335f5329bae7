from core.dependencies import IdentitiesDep
from fastapi import APIRouter


def build_identity_router() -> APIRouter:
    router = APIRouter(tags=["identity"])

    @router.get("/discogs/entity/{kind}/{entity_id}")
    async def resolve_entity(kind: str, entity_id: str, identities: IdentitiesDep):  # GET /api/v1/discogs/entity/{}/{}: pg-cached proven, not-string-resolve proven; reaches identity-by-key
        return await identities.by_key(kind, entity_id)

    @router.post("/artists/resolve/bulk")
    async def resolve_artists(names: list[str], identities: IdentitiesDep):  # POST /api/v1/artists/resolve/bulk: pg-cached proven, not-string-resolve partly; reaches identity-by-name
        return [await identities.by_name(name) for name in names]

    return router
