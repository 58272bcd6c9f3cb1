"""Addresses of stock Plone that tell of content; ``{word}`` is a word to search for."""

#: Pages asked of a sample of the content.
PAGES = (
    "@@sitemap",
    "sitemap.xml.gz",
    "@@search?SearchableText={word}",
    "@@ajax-search?SearchableText={word}",
    "search_rss?SearchableText={word}",
    "RSS",
    "atom.xml",
    "folder_listing",
    "listing_view",
    "full_view",
    "folder_contents",
    "historyview",
    "@@historypopup",
    "@@history?one=current&two=0",
    "version_preview?version_id=0",
    "edit",
    "sharing",
    "delete_confirmation",
    "@@plone_lock_info",
    "@@images/photo/mini",
    "@@images/image/mini",
    "@@images/photo",
    "@@download/photo",
    "@@download/file",
    "@@uuid",
    "@@plone_context_state/object_title",
    "@@getSource?name=path",
    "objectIds",
    "objectValues",
    "contentIds",
    "getFolderContents",
    "Title",
    "Creator",
    "UID",
    "manage_main",
    "corrections",
)

#: Addresses of the site alone.
SITE = (
    "/author/{account}",
    "/@@usergroup-userprefs?searchstring={word}",
    "/@@usergroup-groupprefs?searchstring={word}",
    "/@users/{account}",
    "/@users?search={word}",
    "/@users?query={word}",
    "/@groups?query={word}",
    "/@principals?search={word}",
    "/@portrait/{account}",
    "/@@user-information?userid={account}",
    "/portal_memberdata/portraits/{account}",
    "/portal_catalog/searchResults?SearchableText={word}",
    "/portal_catalog/unrestrictedSearchResults?SearchableText={word}",
    "/portal_catalog/uniqueValuesFor?name=kpss_person",
    "/portal_catalog/manage_catalogView",
    "/acl_users/kpss_memberships/getGroupIds",
    "/acl_users/kpss_memberships/manage_main",
    "/acl_users/searchUsers",
    "/login",
    "/@@register",
)

#: Services of stock Plone that tell of content only with a parameter.
SERVICES = {
    "@types": ("", "/kpss.Membership", "/kpss.Person", "/kpss.Body", "/kpss.Rules"),
    "@sources": ("/person", "/user_id", "/relatedItems"),
    "@querysources": ("/person?query={word}", "/relatedItems?query={word}"),
    "@history": ("", "/0"),
    "@sharing": ("", "?search={word}"),
    "@search": ("?SearchableText={word}&metadata_fields=_all", "?fullobjects=1"),
    "@linkintegrity": ("?uids={uid}",),
    "@relations": ("", "?source={uid}", "?target={uid}"),
    "@querystring-search": (
        "?query=%7B%22query%22%3A%5B%7B%22i%22%3A%22path%22%2C%22o%22%3A%22plone.app."
        "querystring.operation.string.absolutePath%22%2C%22v%22%3A%22%2F%22%7D%5D%2C"
        "%22fullobjects%22%3Atrue%2C%22b_size%22%3A500%7D",
    ),
    "@navigation": ("?expand.navigation.depth=5",),
    "@contextnavigation": (
        "?expand.contextnavigation.bottomLevel=5&expand.contextnavigation.includeTop=1",
    ),
    "@email-notification": (),
}
