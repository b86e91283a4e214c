"""What the person at the terminal reads when the site can be visited."""

from cms.serve.address import Address


def greeting(address: Address, *, kiosk_path: str | None, password: str | None) -> str:
    """The addresses to open; `password` is given only when it was made just now."""
    lines = ["", "Enfilade is open. Ctrl-C closes it.", "", f"  Site    {address.url}/"]
    if kiosk_path:
        lines.append(f"  Kiosk   {address.url}{kiosk_path}")
    lines.append(f"  Admin   {address.url}/admin/")
    if address.network_url:
        lines.append(f"  From other devices in this network: {address.network_url}/")
    if password:
        lines += [
            "",
            f"  Sign in as “admin” with the password  {password}",
            "  It is shown this once; keep it, or change it under Admin → Account.",
        ]
    return "\n".join([*lines, ""])
