import pytest

from sandbox.pictures import NotAPictureError, PictureStore, picture_size, sample_picture

#: A 16x8 baseline JPEG cut after its frame header: APP0, a table that looks like a frame, the frame.
JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffc40005000000ffc0000b0800080010010111 00")


def test_sizes_come_from_the_header() -> None:
    assert picture_size(sample_picture(320, 200)) == (320, 200)
    assert picture_size(JPEG) == (16, 8)


@pytest.mark.parametrize("image", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xd9", JPEG[:22]])
def test_what_is_no_picture(image: bytes) -> None:
    with pytest.raises(NotAPictureError):
        picture_size(image)


def test_the_same_bytes_get_the_same_id_and_path() -> None:
    store = PictureStore()
    photo = store.keep(sample_picture())
    assert store.keep(sample_picture()) == photo == store.photo(photo.file_id)
    assert store.by_path(store.path(photo)) == sample_picture() == store.image(photo.file_id)
    assert store.keep(JPEG).file_id != photo.file_id
    assert store.by_path("photos/x.png") is None
    assert store.by_path(store.path(photo).replace(".png", ".jpg")) is None
