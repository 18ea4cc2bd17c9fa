// A bigWig is read as bigBed is (parts/bbi).

export { readBbi as read } from "../parts/bbi/read-bbi.ts";
