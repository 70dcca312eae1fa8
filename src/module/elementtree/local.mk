# _elementtree: where configure has found libexpat.
elementtree_sources = src/module/elementtree/element.c
elementtree_sources += src/module/elementtree/element.h
elementtree_sources += src/module/elementtree/element_iter.c
elementtree_sources += src/module/elementtree/element_methods.c
elementtree_sources += src/module/elementtree/elementtree_module.c
elementtree_sources += src/module/elementtree/tree_builder.c
elementtree_sources += src/module/elementtree/xml_parser.c
if HAVE_EXPAT
libadder_la_SOURCES += $(elementtree_sources)
endif
EXTRA_DIST += $(elementtree_sources) src/module/elementtree/README.md
