#!/bin/sh
# unanalysed: language
curl "$ACME_URL/items"
