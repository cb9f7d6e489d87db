"""Files that people sent, fetched from Telegram."""

import pytest

from delivery.telegram import download
from domain.errors import FileGone, FileOutOfReach, FileTooLarge
from sandbox.files import Upload
from sandbox.lookups import MAX_DOWNLOAD
from sandbox.pictures import sample_picture
from tests.delivery.conftest import Line


async def test_photos_videos_and_documents_are_fetched_whole(line: Line) -> None:
    document = line.world.send_document(line.person, line.person, Upload(b"%PDF", "receipt.pdf")).document
    video = line.world.send_video(line.person, line.person).video
    photo = line.world.send_photo(line.person, line.person, sample_picture()).photo
    assert document is not None
    assert video is not None
    assert photo is not None
    assert await download(line.bot, document.file_id) == b"%PDF"
    assert len(await download(line.bot, video.file_id)) == video.size
    assert await download(line.bot, photo.file_id) == sample_picture()


async def test_a_file_of_20_mb_is_the_largest(line: Line) -> None:
    held = line.world.files
    exact = held.keep_document(Upload(bytes(MAX_DOWNLOAD), "exact"))
    larger = held.keep_document(Upload(bytes(MAX_DOWNLOAD + 1), "larger"))
    assert len(await download(line.bot, exact.file_id)) == MAX_DOWNLOAD
    with pytest.raises(FileTooLarge):
        await download(line.bot, larger.file_id)


async def test_a_file_that_telegram_does_not_know_is_gone(line: Line) -> None:
    with pytest.raises(FileGone):
        await download(line.bot, "BQAC-unknown")


async def test_without_a_net_a_file_is_out_of_reach(line: Line) -> None:
    line.world.net_down = True
    with pytest.raises(FileOutOfReach):
        await download(line.bot, "BQAC-unknown")
