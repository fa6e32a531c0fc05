# The two commands of the house are `make run` and `make test`; `make help` lists the rest.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: run demo test check docs setup setup-test clean help

home := var/demo
quyetdinh := .venv/bin/quyetdinh --home $(home)

run: demo ## Cài đặt, nạp hộp mẫu, mở trang web và API · set up, take a sample box in, serve
	exec $(quyetdinh) serve --any-port

demo: setup ## Như run nhưng không mở trang web · as run, without serving
	scripts/demo $(home)

test: setup-test ## Chạy mọi bài kiểm thử · all tests
	.venv/bin/pytest

check: setup-test ## Kiểm tra mã nguồn, đúng như CI · what CI checks besides the tests
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/pytest -q tests/shape

docs: setup ## Viết lại các trang docs/ sinh từ mã nguồn · write the pages of docs/ that are made from code
	.venv/bin/python -m quyetdinh.manual

setup: ## Gói hệ thống và môi trường .venv · system packages and .venv
	scripts/setup-system run
	scripts/environment run

setup-test:
	scripts/setup-system test
	scripts/environment test

clean: ## Xóa môi trường và dữ liệu mẫu · remove the environment and the sample data
	rm -rf .venv var build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

help: ## Danh sách này · this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## */  make \1\t/' | expand -t 16
