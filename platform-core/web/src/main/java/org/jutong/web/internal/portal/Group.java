package org.jutong.web.internal.portal;

import java.util.List;

/** A link with the links below it. */
public record Group(Link head, List<Link> links) {}
