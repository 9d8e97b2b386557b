/** Sites, columns, articles and pushes on REST. */
package org.jutong.sitegroup.internal.rest;
