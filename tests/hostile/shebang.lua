#!/bin/sh
while true do end
