"""What can be set by the environment: QUYETDINH_*, read once at the top and handed down."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Self
from urllib.parse import quote

from pydantic import AfterValidator, Field, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from decisions.problem import Remedy, Trouble
from quyetdinh.messages import Lang

PREFIX = "QUYETDINH_"


class WrongSetting(Trouble):
    code = "wrong_setting"
    vi = "Biến môi trường {name} không hợp lệ: «{value}». Xem docs/settings.md rồi sửa lại."
    en = "The environment variable {name} is not valid: “{value}”. See docs/settings.md and correct it."
    remedy = Remedy.ASK


def _absolute(path: Path) -> Path:
    return path.expanduser().absolute()


class Settings(BaseSettings):
    """Descriptions are "Vietnamese | English"; docs/settings.md is made from them."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore")

    home: Annotated[Path, AfterValidator(_absolute)] = Field(
        default=Path("~/.local/share/quyetdinh"),
        validate_default=True,
        description="Thư mục chứa toàn bộ dữ liệu của một máy | The one folder that holds all of an installation",
    )
    store: str = Field(
        default="",
        description="Kho dữ liệu (sqlite:/// hoặc postgresql://); trống là {home}/store.sqlite"
        " | Store (sqlite:/// or postgresql://); empty is {home}/store.sqlite",
    )
    files: str = Field(
        default="",
        description="Nơi giữ bản gốc (file:// hoặc s3://); trống là {home}/files"
        " | Where originals are kept (file:// or s3://); empty is {home}/files",
    )
    index: str = Field(
        default="",
        description="Chỉ mục tìm kiếm (tantivy:/// hoặc https://); trống là {home}/index"
        " | Search index (tantivy:/// or https://); empty is {home}/index",
    )
    work: str = Field(
        default="",
        description="Hàng đợi công việc (sqlite:/// hoặc postgresql://); trống là {home}/work.sqlite"
        " | Queue of work (sqlite:/// or postgresql://); empty is {home}/work.sqlite",
    )
    lang: Lang = Field(default="vi", description="Ngôn ngữ của thông báo: vi hoặc en | Language of messages: vi or en")
    workers: int = Field(
        default=0,
        ge=0,
        le=64,
        description="Số tệp đọc cùng lúc; 0 là theo số nhân CPU | Files read at once; 0 is by the number of cores",
    )
    worker: str = Field(
        default="",
        description="Tên riêng của tiến trình đọc khi nhiều máy chung một hàng đợi; giữ nguyên qua các lần khởi động"
        " | Own name of a worker where many machines share a queue; it stays over restarts",
    )
    max_file_mb: int = Field(default=512, ge=1, description="Tệp lớn nhất được nhận, MB | Largest file taken in, in MB")
    max_pages: int = Field(default=3_000, ge=1, description="Số trang nhiều nhất của một tệp | Most pages of one file")
    max_zip_gb: int = Field(
        default=8, ge=1, description="Tệp nén giải ra nhiều nhất, GB | Most that an archive may unpack to, in GB"
    )
    max_zip_members: int = Field(
        default=10_000, ge=1, description="Số tệp nhiều nhất trong một tệp nén | Most files in one archive"
    )
    max_zip_depth: int = Field(
        default=2, ge=1, le=8, description="Số lớp tệp nén lồng nhau | Layers of archives inside each other"
    )
    max_zip_ratio: int = Field(
        default=200, ge=2, description="Tỷ lệ giải nén lớn nhất | Largest ratio of unpacked to packed size"
    )
    debug: bool = Field(
        default=False, description="In cả dấu vết lỗi của chương trình | Print the trace of an error as well"
    )

    @model_validator(mode="after")
    def _fill_urls(self) -> Self:
        # Frozen for everybody else; these four stand for "in the home" until the home is known.
        quoted = quote(str(self.home))  # SQLAlchemy reads %, ? and # in a path as signs of the URL
        for name, url in (
            ("store", f"sqlite:///{quoted}/store.sqlite"),
            ("files", f"file://{self.home}/files"),
            ("index", f"tantivy://{self.home}/index"),
            ("work", f"sqlite:///{quoted}/work.sqlite"),
        ):
            if not getattr(self, name):
                object.__setattr__(self, name, url)
        return self


def read_settings(*, home: Path | None = None, lang: Lang | None = None) -> Settings:
    """The settings of this process; what was given on the command line goes before the environment.

    Raises:
        WrongSetting: a variable has a value that it cannot have.
    """
    given = {name: value for name, value in (("home", home), ("lang", lang)) if value is not None}
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]) if first["loc"] else "*"
        raise WrongSetting(name=PREFIX + name.upper(), value=first["input"]) from error


def environment(settings: Settings) -> dict[str, str]:
    """The settings as variables, for a child process that must see the same."""
    return {PREFIX + name.upper(): str(value) for name, value in settings.model_dump().items()}
