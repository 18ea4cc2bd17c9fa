// A bigBed is read as bigWig is (parts/bbi).

export { readBbi as read } from "../parts/bbi/read-bbi.ts";
