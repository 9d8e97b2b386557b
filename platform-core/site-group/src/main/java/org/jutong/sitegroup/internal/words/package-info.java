/** Words and personal data that editors are told of before a text is published. */
package org.jutong.sitegroup.internal.words;
