/** The site group's tables; the only package that knows JPA. */
package org.jutong.sitegroup.internal.store;
