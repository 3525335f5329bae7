from fastapi import Header, HTTPException


async def require_token(authorization: str | None = Header(None)) -> None:
    if not authorization:
        raise HTTPException(status_code=401, detail="SELECT a token FROM library first")  # a message, not a statement
