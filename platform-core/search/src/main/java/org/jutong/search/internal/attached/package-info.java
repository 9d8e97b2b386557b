/** Attachments of articles and their words. */
package org.jutong.search.internal.attached;
