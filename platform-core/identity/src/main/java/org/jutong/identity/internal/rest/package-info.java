/** Sessions and users on REST. */
package org.jutong.identity.internal.rest;
