/** What official documents have beside their text: index numbers, standing, interpretations. */
package org.jutong.sitegroup.internal.documents;
