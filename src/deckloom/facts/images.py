"""Pictures are looked at here, and nowhere else: decoded once, turned upright, freed of what nobody should see.

Which format a file has is decided by its bytes, never by its name. PNG, JPEG and GIF go into the deck byte for byte
when they are clean, and without being encoded anew when only metadata has to go. What decides on the size is each
format's own header, read by ``deckloom.facts.pictures`` before Pillow sees a byte.
"""

import hashlib
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageCms
from PIL.BmpImagePlugin import BmpImageFile
from PIL.GifImagePlugin import GifImageFile
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile, get_sampling
from PIL.PngImagePlugin import PngImageFile
from PIL.TiffImagePlugin import TiffImageFile
from PIL.WebPImagePlugin import WebPImageFile

from deckloom.facts.fault import Fault
from deckloom.facts.pictures import gif, jpeg, others, png, tiff
from deckloom.facts.pictures.foreign import foreign
from deckloom.facts.pictures.parts import Anatomy, DamagedError
from deckloom.values.facts import PictureFacts
from deckloom.values.limits import Limits
from deckloom.values.plan import Cut

JPEG_QUALITY = 95
PNG_EFFORT = 3
"""A third of the usual time, and smaller than usual for photographs; drawings grow by a fifth."""
FRAMES_TOGETHER = 10
"""The frames of an animation may hold this many times the pixels of one picture."""
PIXELS_AT_ONCE = 50_000_000
"""How many pixels all threads together hold decoded; a larger picture is decoded alone."""

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_PNG_MODES = frozenset(("1", "L", "LA", "P", "RGB", "RGBA", "I;16"))
_DAMAGED_HINT = "open it in a picture editor and save it again, or download it again"


class Picture(NamedTuple):
    """A picture that was looked at. ``data`` is what will be stored; ``note`` goes on from its name when something of
    the file is left out that its author may miss. ``decoded`` is how many pixels were, of all frames."""

    facts: PictureFacts
    data: bytes
    note: str = ""
    decoded: int = 0


class _Stored(NamedTuple):
    """The bytes to be stored and what decoding them told."""

    data: bytes
    extension: str
    width: int
    height: int
    alpha: bool = False


class _Format(NamedTuple):
    """A format that is taken: its name, its anatomy, and how a picture of it becomes what is stored."""

    name: str
    read: Callable[[bytes], Anatomy]
    store: Callable[[Anatomy], _Stored]


def look_at(data: bytes, limits: Limits) -> Picture | Fault:
    """The picture that will be stored for the bytes of a file, or the one thing that keeps it out of the deck.

    The same bytes always give the same picture. Safe to call from several threads; never raises for what is in the
    bytes, and leaves Pillow's global settings alone.
    """
    kind = _format_of(data)
    if kind is None:
        return foreign(data)
    try:
        anatomy = kind.read(data)
        fault = _over_limit(len(data), anatomy, limits)
        if fault:
            return fault
        with _room.for_pixels(_pixels(anatomy)):
            stored = kind.store(anatomy)
    except DamagedError as problem:
        return _damaged(kind.name, str(problem))
    except (MemoryError, Image.DecompressionBombError):
        return Fault("picture-too-large", "is too large to be decoded on this machine", ("make the picture smaller",))
    except Exception:  # Pillow raises a dozen kinds for bytes it cannot read
        return _damaged(kind.name, "its pixels cannot be decoded")
    facts = PictureFacts(
        hashlib.sha256(stored.data).hexdigest(),
        stored.extension,
        stored.width,
        stored.height,
        len(stored.data),
        stored.alpha,
    )
    decoded = sum(w * h for w, h in anatomy.frames) or anatomy.width * anatomy.height
    return Picture(facts, stored.data, _left_out(kind.name, anatomy), decoded)


def _format_of(data: bytes) -> _Format | None:
    if data.startswith(jpeg.SIGNATURE):
        return _Format("JPEG", jpeg.read_jpeg, _store_jpeg)
    if data.startswith(png.SIGNATURE):
        return _Format("PNG", png.read_png, _store_png)
    if data.startswith(gif.SIGNATURES):
        return _Format("GIF", gif.read_gif, _store_gif)
    if others.is_webp(data):
        return _Format("WebP", others.read_webp, _store_webp)
    if others.is_bmp(data):
        return _Format("BMP", others.read_bmp, _store_bmp)
    if data.startswith((b"II*\0", b"MM\0*")):
        return _Format("TIFF", tiff.read_tiff, _store_tiff)
    return None


def _damaged(name: str, how: str) -> Fault:
    return Fault("picture-unreadable", f"is a damaged {name} picture: {how}", (_DAMAGED_HINT,))


def _left_out(name: str, anatomy: Anatomy) -> str:
    if not anatomy.animated:
        return ""
    if name == "TIFF":
        return "has several pages, of which only the first is shown"
    return f"is an animated {name}, of which only the first frame is shown: only GIF moves in a presentation"


def _pixels(anatomy: Anatomy) -> int:
    return max(w * h for w, h in ((anatomy.width, anatomy.height), *anatomy.frames))


def _over_limit(size: int, anatomy: Anatomy, limits: Limits) -> Fault | None:
    """The first limit that the picture breaks, judged before a pixel is decoded. Raises DamagedError without pixels."""
    frames = ((anatomy.width, anatomy.height), *anatomy.frames)
    if not all(w and h for w, h in frames):
        raise DamagedError("it has no pixels")
    all_frames = sum(w * h for w, h in anatomy.frames)
    checks = (
        ("picture_bytes", size, limits.picture_bytes, "bytes"),
        ("picture_side", max(max(one) for one in frames), limits.picture_side, "pixels on a side"),
        ("picture_pixels", _pixels(anatomy), limits.picture_pixels, "pixels"),
        ("picture_frames", len(anatomy.frames), limits.picture_frames, "frames"),
        ("picture_pixels", -(-all_frames // FRAMES_TOGETHER), limits.picture_pixels, "pixels in a tenth of its frames"),
    )
    for name, found, limit, unit in checks:
        if found > limit:
            hint = f"make the picture smaller, or raise the limit with `--limit {name}={found}`"
            return Fault("picture-too-large", f"has {found:,} {unit}, over the limit of {limit:,}", (hint,))
    return None


def _store_jpeg(anatomy: Anatomy) -> _Stored:
    """As it is when it stands upright in grey or RGB; otherwise turned or converted."""
    image = _opened(JpegImageFile, anatomy)
    if anatomy.orientation == 1 and anatomy.components != 4:
        # An eighth of the size and grey: every byte of the scans is still read, in less than half the time.
        image.draft("L", (max(1, anatomy.width // 8), max(1, anatomy.height // 8)))
        image.load()
        return _Stored(anatomy.data, "jpeg", anatomy.width, anatomy.height)
    image.load()
    sampling = get_sampling(image)
    upright = _upright(_shown_mode(image), anatomy.orientation)
    out = BytesIO()
    profile = None if anatomy.components == 4 else image.info.get("icc_profile")
    upright.save(out, "JPEG", quality=JPEG_QUALITY, subsampling=max(sampling, 0), icc_profile=profile)
    return _Stored(out.getvalue(), "jpeg", *upright.size)


def _store_png(anatomy: Anatomy) -> _Stored:
    image = _opened(PngImageFile, anatomy)
    image.load()
    if anatomy.orientation == 1:
        return _Stored(anatomy.data, "png", *image.size, alpha=_has_alpha(image))
    return _as_png(image, anatomy.orientation)


def _store_gif(anatomy: Anatomy) -> _Stored:
    """As it is; each frame is decoded alone, which costs no more than its own pixels."""
    for frame in gif.single_frames(anatomy.data):
        GifImageFile(BytesIO(frame)).load()
    return _Stored(anatomy.data, "gif", anatomy.width, anatomy.height, alpha=anatomy.transparent)


def _store_webp(anatomy: Anatomy) -> _Stored:
    image = _opened(WebPImageFile, anatomy)
    image.load()
    return _as_png(image, tiff.exif_orientation(image.info.get("exif", b"")))


def _store_bmp(anatomy: Anatomy) -> _Stored:
    image = _opened(BmpImageFile, anatomy)
    image.load()
    return _as_png(image, 1)


def _store_tiff(anatomy: Anatomy) -> _Stored:
    """Pillow turns a TIFF upright by itself. It warns of odd directories, and the filters of warnings belong to the
    whole process: one TIFF at a time."""
    with _one_tiff, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        image = TiffImageFile(BytesIO(anatomy.data))
        if sorted(image.size) != sorted((anatomy.width, anatomy.height)):
            raise DamagedError("its directory contradicts itself")
        image.load()
    return _as_png(image, 1)


def _opened(opener: Callable[[BytesIO], ImageFile], anatomy: Anatomy) -> ImageFile:
    """The picture, not yet decoded. The plugin is called directly: ``Image.open`` would warn of sizes by a setting
    that belongs to the whole process."""
    image = opener(BytesIO(anatomy.data))
    if image.size != (anatomy.width, anatomy.height):
        raise DamagedError("it says two different sizes")
    return image


def _as_png(image: Image.Image, orientation: int) -> _Stored:
    upright = _upright(_shown_mode(image), orientation)
    profile = image.info.get("icc_profile") if upright.mode == image.mode else None
    out = BytesIO()
    upright.save(out, "PNG", compress_level=PNG_EFFORT, icc_profile=profile)
    return _Stored(out.getvalue(), "png", *upright.size, alpha=_has_alpha(upright))


def _upright(image: Image.Image, orientation: int) -> Image.Image:
    turn = _TURNS.get(orientation)
    return image if turn is None else image.transpose(turn)


def _has_alpha(image: Image.Image) -> bool:
    """Whether anything behind the picture can show through."""
    if image.mode in ("RGBA", "LA"):
        lowest, _ = image.getchannel("A").getextrema()
        return isinstance(lowest, int | float) and lowest < 255
    return "transparency" in image.info


def _shown_mode(image: Image.Image) -> Image.Image:
    """The picture in a mode that a PNG takes."""
    if image.mode in _PNG_MODES:
        return image
    if image.mode == "CMYK":
        return _rgb_of_cmyk(image)
    if image.mode in ("I", "F"):
        return _stretched(image)
    if image.mode.startswith("I;16"):
        return image.convert("I;16")
    return image.convert("RGBA" if image.mode in ("RGBa", "PA", "La") else "RGB")


def _rgb_of_cmyk(image: Image.Image) -> Image.Image:
    """By the picture's own colour profile; by plain arithmetic where it has none that opens."""
    profile = image.info.get("icc_profile")
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, ImportError, OSError):
            converted = None
        if converted is not None:
            return converted
    return image.convert("RGB")


def _stretched(image: Image.Image) -> Image.Image:
    """Measurements of 32 bits as grey, the least black and the greatest white."""
    low, high = (float(value) for value in image.getextrema() if isinstance(value, int | float))
    scale = 255 / ((high - low) or 1)
    return image.convert("F").point(lambda value: value * scale - low * scale).convert("L")


class _Room:
    """Lets threads decode side by side while their pixels together stay under a total."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._free = total
        self._changed = threading.Condition()

    @contextmanager
    def for_pixels(self, pixels: int) -> Iterator[None]:
        """Wait until there is room; a picture over the total waits until it is alone."""
        taken = min(pixels, self._total)
        with self._changed:
            self._changed.wait_for(lambda: self._free >= taken)
            self._free -= taken
        try:
            yield
        finally:
            with self._changed:
                self._free += taken
                self._changed.notify_all()


_room = _Room(PIXELS_AT_ONCE)
_one_tiff = threading.Lock()


def cut_out(data: bytes, cut: Cut) -> Picture:
    """The part of a stored picture that the crop leaves, in its new size. PNG stays PNG and JPEG stays JPEG."""
    facts, crop = cut.picture, cut.crop
    left, right = round(crop.left * facts.width), round((1 - crop.right) * facts.width)
    top, bottom = round(crop.top * facts.height), round((1 - crop.bottom) * facts.height)
    out = BytesIO()
    with _room.for_pixels(facts.width * facts.height):
        image = (JpegImageFile if facts.extension == "jpeg" else PngImageFile)(BytesIO(data))
        image.load()
        part = _mixable(image).resize((cut.width, cut.height), Image.Resampling.LANCZOS, (left, top, right, bottom))
        if facts.extension == "jpeg":
            part.save(out, "JPEG", quality=JPEG_QUALITY, subsampling=max(0, get_sampling(image)))
        else:
            part.save(out, "PNG", compress_level=PNG_EFFORT)
    made = out.getvalue()
    digest = hashlib.sha256(made).hexdigest()
    return Picture(PictureFacts(digest, facts.extension, *part.size, len(made), _has_alpha(part)), made)


def _mixable(image: Image.Image) -> Image.Image:
    """The picture in a mode whose pixels can be averaged, which those of palettes and of 16 bits cannot."""
    if image.mode == "1":
        return image.convert("L")
    if image.mode == "P":
        return image.convert("RGBA" if "transparency" in image.info else "RGB")
    if image.mode.startswith("I;16"):
        return image.convert("I").point(lambda value: value / 256).convert("L")
    return image
