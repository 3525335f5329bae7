#!/bin/sh
# unanalysed: language
exec curl --fail --silent "${LIBRARY_METADATA_URL:?}/health"
