/** The process that reads attachments. It uses the Java runtime and PDFBox, and nothing of the platform. */
package org.jutong.search.internal.reader;
