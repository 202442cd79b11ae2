# Forwards to ./tett, which can do more: see ./tett --help.
.PHONY: help run test fast check bench messages lock

help:
	@./tett --help

fast:
	@./tett test --fast

run test check bench messages lock:
	@./tett $@
