"""What the site keeps beside its fields goes along when it is exported and imported.

plone.exportimport reads and writes content as REST does: fields that are only read are
lost, references are judged before what they refer to is there, and what stands in
annotations of the site is not known to it.
"""
