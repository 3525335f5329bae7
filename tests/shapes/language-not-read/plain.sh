#!/bin/sh
curl "$OTHER_URL/items"
