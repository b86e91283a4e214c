"""What a picture is told by its first bytes."""

from io import BytesIO

from PIL import Image

from cms.importer.manuscript.formats.pictures import picture_fault
from tests.manuscript.documents.drawing import PICTURES


def test_a_metafile_is_called_what_it_is():
    fault = picture_fault(PICTURES["mark.wmf"]())
    assert fault.code == "image_rejected"
    assert "EMF or WMF" in fault.why


def test_two_views_of_a_camera_in_one_jpeg_are_a_picture():
    file = BytesIO()
    view = Image.new("RGB", (8, 8))
    view.save(file, "MPO", save_all=True, append_images=[view])
    assert picture_fault(file.getvalue()) is None


def test_a_scan_with_too_many_pixels_is_refused_without_being_decoded():
    fault = picture_fault(PICTURES["chart.png"]())
    assert fault.code == "image_too_large"
    assert "44 megapixels" in fault.why
