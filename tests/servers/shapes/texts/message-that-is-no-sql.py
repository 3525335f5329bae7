import logging
logger = logging.getLogger(__name__)
@app.get("/x")  # reaches: nothing
async def h():
    logger.info("row id = $1 similarity(")
    raise ValueError("id = $1")
